// drizzle-kit reads this file; nothing of the product does.
export default { dialect: 'postgresql', schema: './server/db/schema/*.ts' };
