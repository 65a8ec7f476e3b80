const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What a file says it is, by the end of its name, of those that are made or taken in here. */
export const MEDIA_TYPES = {
  csv: 'text/csv',
  docx: `${OFFICE}.wordprocessingml.document`,
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: `${OFFICE}.presentationml.presentation`,
  sextant: 'application/zip',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  zip: 'application/zip',
} as const;
