// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Grid } from '../../../../client/results/Grid.tsx'

afterEach(cleanup)
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
)
const grid = {
  title: 'Moyenne selon : logement',
  base: 'Moyenne des classes publiées',
  columns: ['Logement', 'Moyenne'],
  rows: [{ label: 'Maison', cells: [{ text: 'trop petit', isSmall: true }] }],
  notes: [],
}

// a mean of 44 people was « trop petit », and the help began with groups of fewer than 11
test('why a figure is not there begins with the rule that hid it', () => {
  const said = (hiding?: 'crossed-mean' | 'crossed') => {
    cleanup()
    const { container } = render(<Grid grid={{ ...grid, ...(hiding ? { hiding } : {}) }} />)
    return [...container.querySelectorAll('details p')].map((one) => one.textContent!.replace(/\s+/g, ' '))
  }
  const mean = 'que chaque réponse possible ait été donnée par 30 personnes au moins'
  expect(said('crossed-mean')[0]).toContain(mean)
  expect(said('crossed-mean')[1]).not.toContain('La moyenne')
  expect(said('crossed')[0]).toBe(
    'Deux questions ne se croisent que dans les réponses que 30 personnes au moins ont données.',
  )
  expect(said('crossed')[1]).toContain('La moyenne d’un groupe demande')
  const [all] = said()
  expect(all).toContain('deux questions ne se croisent que'.slice(5))
  expect(all).toContain('une réponse que moins de 11 personnes ont donnée n’est pas répartie entre les groupes')
})

// « Selon : logement » was eleven names with nothing beside them
test('a table whose groups are all hidden is not drawn: what is under it says why', () => {
  const notes = ['Groupes que l’on ne montre pas : Maison, Appartement.']
  const names = { ...grid, columns: ['Réponse'], rows: [{ label: 'Oui', cells: [] }], notes }
  const { container } = render(<Grid grid={names} isUnderTitle />)
  expect(container.querySelector('table')).toBeNull()
  expect(screen.queryByText('Oui')).toBeNull()
  expect(screen.getByText(notes[0]!)).toBeTruthy()
  expect(screen.getByText('Pourquoi pas de chiffre ?')).toBeTruthy()
})

// « ≤ 12 % » was explained in the documents alone
test('a sign that stands for an end of the interval is said under its table, and under no other', () => {
  const one = (text: string) => ({ ...grid, rows: [{ label: 'Maison', cells: [{ text }] }] })
  expect(render(<Grid grid={one('≤\u202f12\u202f%')} />).container.textContent).toContain('Le signe ≤ veut dire')
  cleanup()
  expect(render(<Grid grid={one('12\u202f%')} />).container.textContent).not.toContain('Le signe ≤')
})

test('« ≥ 74 % » in a table is explained below it', () => {
  cleanup()
  const cells = [{ text: '≥\u202f74\u202f%' }]
  render(<Grid grid={{ ...grid, rows: [{ label: 'Maison', cells }] }} />)
  screen.getByText(/^Le signe ≥ veut dire « au moins »/)
})
