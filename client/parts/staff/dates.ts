/** Dates and times as French people write them, in the authority's time zone. */
export { dayText, momentText } from '../../../surveys/days.ts'
