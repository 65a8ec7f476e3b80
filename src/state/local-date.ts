/** The day in this place, as ISO 8601: what people call today. */
export function localDate(milliseconds: number): string {
  const date = new Date(milliseconds);
  const part = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
