import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { AuditService } from './audit.service.ts';
import { VerificationService } from './verification.service.ts';

@Module({ controllers: [AuditController], providers: [AuditService, VerificationService] })
export class AuditModule {}
