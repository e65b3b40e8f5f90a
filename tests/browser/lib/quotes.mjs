// What is on a page of quotes, as a reader sees it.

/** The search line. */
export async function query(page) {
  const line = page.getByRole('searchbox').or(page.locator('input[type=search]')).first();
  await line.waitFor();
  return line;
}
