/** A schema held to a type that lives elsewhere: the compiler names a property that only one of the two has. */
import * as z from 'zod'

/** @example const Period = exactly<{ from: string; to: string }>()({ from: z.string(), to: z.string() }) */
export function exactly<Type>() {
  return <const Shape extends { [Key in keyof Required<Type>]: z.ZodType<Type[Key]> }>(
    shape: Shape & Record<Exclude<keyof Shape, keyof Type>, never>,
  ): z.ZodObject<{ -readonly [Key in keyof Shape]: Shape[Key] }, z.core.$strict> => z.strictObject(shape) as never
}
