export default async function stopDatabase() {
  await globalThis.throwAwayPostgres?.stop();
}
