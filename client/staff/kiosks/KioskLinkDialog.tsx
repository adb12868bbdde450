/** The link of a kiosk, shown once: to scan with the tablet, or to copy. */
import type { kiosk } from '../../../api/wire/public.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { Field } from '../../parts/staff/Field.tsx'
import { notify } from '../../parts/staff/Toasts.tsx'

type Props = { name: string; link: kiosk.KioskLink; onClose: () => void }

export function KioskLinkDialog({ name, link, onClose }: Props) {
  return (
    <Dialog
      isOpen
      isWide
      title={`Le lien de « ${name} »`}
      closeText="C’est fait"
      onClose={onClose}
      actions={
        <DialogButton
          onPress={() => navigator.clipboard.writeText(link.address).then(() => notify('Le lien est copié.'))}
        >
          Copier le lien
        </DialogButton>
      }
    >
      <p>Ouvrez ce lien sur la tablette, ou scannez le code avec elle. Vous y choisirez le code du personnel.</p>
      <img
        src={`data:image/svg+xml;utf8,${encodeURIComponent(link.picture)}`}
        alt="Code à scanner avec la tablette"
        width="220"
        height="220"
      />
      <Field label="Lien" help={`Il sert une fois, pendant ${link.validHours} heures, et ne sera plus affiché.`}>
        {(props) => (
          <input
            {...props}
            className="field mono"
            readOnly
            value={link.address}
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
    </Dialog>
  )
}
