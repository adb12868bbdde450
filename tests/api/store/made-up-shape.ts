/** A change of shape that no version makes, to try what surrounds one. */
export const madeUpShape2 = ['ALTER TABLE responses ADD COLUMN madeUp TEXT;']
