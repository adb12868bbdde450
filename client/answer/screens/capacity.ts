/** How much a screen holds: two short questions on a phone, a small page on a wide screen. */
export const capacity = { phone: 2, wide: 7 } as const
