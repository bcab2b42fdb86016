import { createContext } from 'react';

/** Called when a button changes the form for the person, so that the change is kept like typed values. */
export const Touched = createContext<() => void>(() => {});
