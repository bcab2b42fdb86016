import { createContext } from 'react';

/** To be called when a button changes the form for the person: what he did by it is kept like what he typed. */
export const Touched = createContext<() => void>(() => {});
