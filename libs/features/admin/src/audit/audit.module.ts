import { Module } from '@nestjs/common';
import { AuditService } from './audit.service.ts';
import { VerificationService } from './verification.service.ts';

const services = [AuditService, VerificationService];

@Module({ providers: services, exports: services })
export class AuditModule {}
