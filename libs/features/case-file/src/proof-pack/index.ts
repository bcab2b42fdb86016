/** Proof packs (履职证明包): everything about a case in one ZIP that verifies without us, and the check of its chain. */
export { PackWriter } from './pack-writer.ts';
export { ProofPackHttpModule } from './proof-pack.http.module.ts';
export { ProofPackModule } from './proof-pack.module.ts';
export { ProofPackRun } from './proof-pack-run.ts';
