/** First, last and the pages around this one, ascending; a gap of more than one page is a negative number, its key. */
export function pagesAround(page: number, count: number): number[] {
  const pages: number[] = [];
  let last = 0;
  for (let each = 1; each <= count; each++) {
    if (each > 1 && each < count && Math.abs(each - page) > 1) continue;
    // A gap of one page is that page.
    if (each - last === 2) pages.push(each - 1);
    else if (each - last > 2) pages.push(-each);
    pages.push(each);
    last = each;
  }
  return pages;
}
