// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { TableEditor } from '../../../client/staff/tables/TableEditor.tsx'
import { VersionEditor } from '../../../client/staff/tables/VersionEditor.tsx'

afterEach(cleanup)

// « 1 point à revoir » stood above three lines
test('as many points are announced as are listed', () => {
  const columns = ['Zone', 'Nombre'].map((label) => ({ label, help: '', optional: false, isFixed: false, words: [] }))
  const problems = ['Zone', 'Nombre', 'Nombre'].map((column, at) => ({ line: 1, column, message: `Faute ${at}.` }))
  render(
    <TableEditor
      caption="Table"
      columns={columns}
      cells={[['Nordd', 'x']]}
      problems={problems}
      example={['Nord', '12']}
      onChange={() => {}}
      onPaste={async () => null}
    />,
  )
  screen.getByRole('heading', { name: '3 points à revoir avant d’enregistrer' })
  expect(screen.getAllByText(/Faute \d\./)).toHaveLength(3)
})

// twenty red lines « La case « Effectif » est vide » pushed three faults, and the table, off the screen
test('cells where nothing is typed yet are to be filled, on one line, and are not wrong', () => {
  const columns = ['Zone', 'Nombre'].map((label) => ({ label, help: '', optional: false, isFixed: false, words: [] }))
  const zones = ['Nord', 'Sud', 'Est']
  render(
    <TableEditor
      caption="Table"
      columns={columns}
      cells={[['Nordd', '12'], ...zones.map((zone) => [zone, ''])]}
      problems={[
        { line: 1, column: 'Zone', message: 'Faute.' },
        ...zones.map((_, at) => ({ line: at + 2, column: 'Nombre', message: 'La case « Nombre » est vide.' })),
      ]}
      example={['Nord', '12']}
      onChange={() => {}}
      onPaste={async () => null}
    />,
  )
  screen.getByRole('heading', { name: '2 points à revoir avant d’enregistrer' })
  screen.getByText(/3 cases à remplir à partir d’ici/)
  expect(screen.queryByText(/est vide/)).toBeNull()
  expect(screen.getByLabelText('Nombre, ligne 2').getAttribute('aria-invalid')).toBeNull()
  expect(screen.getByLabelText('Zone, ligne 1').getAttribute('aria-invalid')).toBe('true')
})

// it stood only at the top of the page, out of sight of line 21
test('why a cell is wrong stands under its line while one is there', () => {
  const columns = ['Zone', 'Nombre'].map((label) => ({ label, help: '', optional: false, isFixed: false, words: [] }))
  render(
    <TableEditor
      caption="Table"
      columns={columns}
      cells={[
        ['Nordd', '12'],
        ['Sud', '12'],
      ]}
      problems={[{ line: 1, column: 'Zone', message: 'Faute.' }]}
      example={['Nord', '12']}
      onChange={() => {}}
      onPaste={async () => null}
    />,
  )
  const reasons = () => screen.getByRole('table').querySelectorAll('.grid-reason').length
  expect(reasons()).toBe(0)
  fireEvent.focus(screen.getByLabelText('Zone, ligne 1'))
  expect(reasons()).toBe(1)
  fireEvent.focus(screen.getByLabelText('Zone, ligne 2'))
  expect(reasons()).toBe(0)
})

// the window of the version was gone, and one stood nowhere in the page
test('whoever starts from a version again, or throws a draft away, is on the first cell', async () => {
  const column = { label: 'Zone', help: '', optional: false, isFixed: false, words: [] }
  const page = { title: 'Zones', columns: [column], cells: [['Nord']], example: ['Nord'], note: '' } as never
  const words = { title: 'Source', sourceHelp: '', dateLabel: 'Jour', dateHelp: '', button: 'Enregistrer', saved: '' }
  const calls = {
    read: async () => ({ cells: [], problems: [] }),
    check: async () => ({ problems: [] }),
    save: async () => {},
  }
  const editor = (restored: { cells: string[][]; source: string; date: string } | null) => (
    <VersionEditor
      page={page}
      draftKey="table:t"
      calls={calls}
      words={words}
      from={1}
      onSaved={() => {}}
      restored={restored}
    />
  )
  const { rerender, unmount } = render(editor(null))
  rerender(editor({ cells: [['Sud']], source: 'INSEE', date: '2026-01-01' }))
  const first = () => screen.getByLabelText('Zone, ligne 1')
  await waitFor(() => expect(document.activeElement).toBe(first()))
  unmount()
  render(editor(null))
  screen.getByText('Jeter ce brouillon').click()
  await waitFor(() => expect(document.activeElement).toBe(first()))
})

test('what is typed while a table is being saved stays', async () => {
  const save = Promise.withResolvers<void>()
  let isAsked = false
  const column = { label: 'Zone', help: '', optional: false, isFixed: false, words: [] }
  const page = (cell: string) =>
    ({ title: 'Zones', columns: [column], cells: [[cell]], example: ['Nord'], note: '' }) as never
  const words = { title: 'Source', sourceHelp: '', dateLabel: 'Jour', dateHelp: '', button: 'Enregistrer', saved: '' }
  const calls = {
    read: async () => ({ cells: [], problems: [] }),
    check: async () => ({ problems: [] }),
    save: () => {
      isAsked = true
      return save.promise
    },
  }
  const editor = (cell: string, from: number, onSaved = () => {}) => (
    <VersionEditor
      page={page(cell)}
      draftKey="table:typed-on"
      calls={calls}
      words={words}
      from={from}
      onSaved={onSaved}
      restored={null}
    />
  )
  const { rerender } = render(editor('Nord', 1, () => rerender(editor('Sud', 2))))
  const zone = () => screen.getByLabelText<HTMLInputElement>('Zone, ligne 1')
  const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } })
  type(zone(), 'Sud')
  type(screen.getByLabelText(/^Source/), 'INSEE')
  type(screen.getByLabelText(/^Jour/), '2026-01-01')
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await waitFor(() => expect(isAsked).toBe(true))
  type(zone(), 'Sud-Est')
  save.resolve()
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Jour/).value).toBe('2026-01-01'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(zone().value).toBe('Sud-Est')
})
