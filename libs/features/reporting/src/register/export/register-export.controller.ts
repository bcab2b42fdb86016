import { Problem, type Principal } from '@lawgate/contracts';
import { attachment, CurrentPrincipal } from '@lawgate/http';
import { AuditTrail } from '@lawgate/cases';
import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RegisterExportService } from './register-export.service.ts';

const ExportQuery = z.object({
  year: z.coerce.number({ error: '请填写年份' }).int().min(1990, '年份应为1990至2100').max(2100, '年份应为1990至2100'),
});
type ExportQuery = z.infer<typeof ExportQuery>;

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('register')
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 422, standardSchema: Problem })
@Controller('api/register/export')
export class RegisterExportController {
  constructor(
    private readonly register: RegisterExportService,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @ApiOperation({ summary: '导出一年的台账（xlsx，A4横向，每页重复表头）：当年收件或审结的事项' })
  @ApiProduces(xlsx)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentPrincipal() principal: Principal,
    @Req() request: { readonly ip: string },
    @Query({ schema: ExportQuery }) { year }: ExportQuery,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.register.export(principal, year);
    await this.audit.record({
      orgId: principal.orgId,
      actor: principal,
      action: 'register.exported',
      subject: { kind: 'year', id: String(year) },
      address: request.ip,
    });
    const disposition = attachment(name, `register-${year}.xlsx`);
    return new StreamableFile(bytes, { type: xlsx, length: bytes.length, disposition });
  }
}
