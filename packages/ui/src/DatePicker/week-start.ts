/** The day that weeks start with in a language and region, 1 (Monday) to 7 (Sunday); Monday where the browser cannot say. */
export function weekStart(locale: string | undefined): number {
  const known = new Intl.Locale(locale ?? new Intl.DateTimeFormat().resolvedOptions().locale) as WeekLocale;
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}

/** Safari and older Chromes have the property, others the method. */
interface WeekLocale {
  weekInfo?: { firstDay: number };
  getWeekInfo?(): { firstDay: number };
}
