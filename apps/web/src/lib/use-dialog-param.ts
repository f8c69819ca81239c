import { useSearchParams } from 'react-router';

/** A dialog that stands in the address as `?add=<name>`, so that one can be led to it from elsewhere. */
export function useDialogParam(name: string): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [params, setParams] = useSearchParams();
  return [
    params.get('add') === name,
    (isOpen) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (isOpen) next.set('add', name);
          else next.delete('add');
          return next;
        },
        { replace: true, state: { keepFocus: true } },
      ),
  ];
}
