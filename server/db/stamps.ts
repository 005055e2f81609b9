/** When a record was made and changed, from the API's text to what the tables take. */
export const stampsOf = (record: {
  createdAt: string;
  updatedAt: string;
}): { createdAt: Date; updatedAt: Date } => ({
  createdAt: new Date(record.createdAt),
  updatedAt: new Date(record.updatedAt),
});
