// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { RightsDialog } from '../../../client/staff/accounts/RightsDialog.tsx'

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false
  }
})
afterEach(cleanup)

// « Indiquez le nom » stayed above the name once it was typed
test('what was wrong in an invitation is no longer said once it is put right', () => {
  const nothing = () => {}
  const team = { people: [], roles: [], questionnaires: [] } as unknown as Parameters<typeof RightsDialog>[0]['team']
  render(<RightsDialog team={team} person={null} onClose={nothing} onInvited={nothing} onChanged={nothing} />)
  fireEvent.click(screen.getByText('Créer le lien'))
  screen.getByText('Indiquez le nom de la personne.')
  fireEvent.input(screen.getByLabelText('Prénom et nom'), { target: { value: 'Camille' } })
  expect(screen.queryByText('Indiquez le nom de la personne.')).toBeNull()
})
