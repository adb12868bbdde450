/** The code of a questionnaire, as it stands in addresses: two signs at least, the first one no dash. */
import * as z from 'zod'

const pattern = /^[a-z0-9][a-z0-9-]{1,39}$/

export const isSlug = (text: string): boolean => pattern.test(text)
export const slug = z
  .string()
  .regex(pattern, 'Le code s’écrit en minuscules sans accent, chiffres et tirets, et ne commence pas par un tiret.')
