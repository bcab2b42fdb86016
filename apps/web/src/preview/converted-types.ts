/** Media types that the server converts to PDF for the preview. */
export const convertedTypes: readonly string[] = [
  'application/msword',
  'application/wps-office.wps',
  'application/vnd.ms-excel',
  'application/wps-office.et',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];
