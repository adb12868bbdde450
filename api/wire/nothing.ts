/** An empty body: there is nothing to say, or nothing to answer but that it is done. */
import * as z from 'zod'

export const Nothing = z.strictObject({})
