/** Text as it is compared, whatever its accents and capitals. */
import { unaccented } from '../../surveys/wording/folded.ts'

/** Lower case, without accents, with straight apostrophes. */
export const plain = (text: string): string => unaccented(text).replace(/’/g, "'")
