/** A link to hand over: shown once, to copy or to scan. */
import type { staff } from '../../../api/wire/public.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { Field } from '../../parts/staff/Field.tsx'
import { useLinkOrigin } from '../../parts/staff/me.ts'
import { notify } from '../../parts/staff/Toasts.tsx'

type Props = { name: string; link: staff.Link; onClose: () => void }

export function LinkDialog({ name, link, onClose }: Props) {
  const origin = useLinkOrigin()
  const address = origin + link.path
  const elsewhere = elsewhereText(origin, location.origin)
  return (
    <Dialog
      isOpen
      isWide
      title={`Le lien de ${name}`}
      closeText="J’ai copié le lien"
      onClose={onClose}
      actions={
        <DialogButton onPress={() => navigator.clipboard.writeText(address).then(() => notify('Le lien est copié.'))}>
          Copier le lien
        </DialogButton>
      }
    >
      <Field
        label="Lien à remettre"
        help={`Il sert une fois, pendant ${link.validDays} jours, et ne sera plus affiché.`}
      >
        {(props) => (
          <input
            {...props}
            className="field mono"
            readOnly
            value={address}
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
      {elsewhere && (
        <p className="notice" data-kind="warm">
          {elsewhere}
        </p>
      )}
      <div>
        <img
          className="qr"
          src={`data:image/svg+xml;utf8,${encodeURIComponent(link.picture)}`}
          alt={`Carré à scanner avec le téléphone de ${name}`}
        />
        <p>Si {name} est à côté de vous : son téléphone scanne ce carré.</p>
      </div>
      <p>Remettez-le en main propre ou par une messagerie interne. Qui tient ce lien prend la place de {name}.</p>
    </Dialog>
  )
}

/** Said to whoever works at another address than the one of the link, which may not be alive yet; null when they are the same. */
export function elsewhereText(origin: string, here: string): string | null {
  if (origin === here) return null
  const [stated, own] = [origin, here].map((one) => one.replace(/^https?:\/\//, ''))
  return `Ce lien est à l’adresse publique des réglages, ${stated}\u202f; vous travaillez sur ${own}. Vérifiez d’abord que la première répond\u202f: sinon, le lien ne s’ouvrira pas.`
}
