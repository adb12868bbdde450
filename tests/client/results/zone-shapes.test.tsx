// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ZoneShapes } from '../../../client/results/finding/ZoneShapes.tsx'

afterEach(cleanup)

const square = (west: number) =>
  [
    [
      [west, 43],
      [west + 0.1, 43],
      [west + 0.1, 43.1],
      [west, 43],
    ],
  ] as const
const zones = [
  { name: 'Nord', rings: square(1), level: 3, isHatched: true, text: '45 %' },
  { name: 'Sud', rings: square(1.2), level: null, isHatched: false, text: 'trop petit' },
]

test('a zone pointed at is said and outlined over its neighbours; one pressed is said; what has no figure is striped', () => {
  const said: (string | null)[] = []
  const drawn = (shown: string | null) => (
    <ZoneShapes
      {...{ zones, shown }}
      label="Carte"
      onPoint={(zone) => said.push(zone)}
      onPress={(zone) => said.push(`${zone} !`)}
    />
  )
  const { container, rerender } = render(drawn(null))
  const order = () => [...container.querySelectorAll('[data-zone]')].map((one) => one.getAttribute('data-zone'))
  expect(order()).toEqual(['Nord', 'Sud'])
  const nord = container.querySelector('[data-zone="Nord"] [data-level]')!
  fireEvent.pointerMove(nord)
  fireEvent.pointerUp(nord)
  fireEvent.pointerUp(container.querySelector('svg')!)
  expect(said).toEqual(['Nord', 'Nord !'])
  rerender(drawn('Nord'))
  expect(order()).toEqual(['Sud', 'Nord'])
  expect(container.querySelectorAll('[data-zone="Nord"] path')).toHaveLength(3)
  expect(container.querySelector('[data-zone="Sud"] [data-level="secret"]')!.getAttribute('fill')).toMatch(/^url\(/)
})
