/**
 * The day in this place, as ISO 8601: what people here call that day. The first ten letters of an instant are the day in
 * Greenwich, which is another one every evening in the Americas and every morning in the Pacific.
 */
export function localDay(instant: number | string): string {
  const date = new Date(instant);
  const part = (value: number, digits = 2) => String(value).padStart(digits, '0');
  return `${part(date.getFullYear(), 4)}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
