/** Dates and times as French people write them, in the authority's time zone; a line never ends between a day and its month. */
import * as days from '../../../surveys/days.ts'

const held = (text: string) => text.replace(/(?<=\d|er) (?=\p{L})/u, '\u00a0')

export const dayText = (...given: Parameters<typeof days.dayText>): string => held(days.dayText(...given))
export const momentText = (...given: Parameters<typeof days.momentText>): string => held(days.momentText(...given))
