import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, Roles, type RoleRule, type UploadRequest } from '@lawgate/http';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  ImportList,
  ImportListQuery,
  ImportQuery,
  ImportView,
  ImportWithRows,
  MappingRequest,
  SheetRequest,
} from './import-views.ts';
import { RegisterImportService } from './register-import.service.ts';

/** Administrators may not read case text, which a register consists of. */
const registerKeepers: RoleRule = {
  roles: ['reviewer', 'director', 'archivist'],
  wholeOrganisation: true,
  code: 'register.keeper-only',
  detail: '台账由审查人、司法所所长和档案员维护。请用这些账号登录。',
};

@ApiTags('register')
@Roles(registerKeepers)
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 422, standardSchema: Problem })
@Controller('api/register/imports')
export class RegisterImportController {
  constructor(private readonly imports: RegisterImportService) {}

  @Post()
  @ApiOperation({
    summary: '上传历年台账（csv 或 xlsx）：认出编码、表头和各列，预览每一行；不产生案件',
    description: '审查人、所长、档案员。同一文件可以多次上传，已有的行跳过。',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiResponse({ status: 201, standardSchema: ImportView })
  @ApiResponse({ status: 413, standardSchema: Problem })
  @ApiResponse({ status: 415, standardSchema: Problem })
  upload(@CurrentPrincipal() principal: Principal, @Req() request: UploadRequest): Promise<ImportView> {
    return this.imports.upload(principal, request);
  }

  @Get()
  @ApiOperation({ summary: '本单位的导入，新的在前' })
  @ApiResponse({ status: 200, standardSchema: ImportList })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: ImportListQuery }) query: ImportListQuery,
  ): Promise<ImportList> {
    return this.imports.list(principal, query);
  }

  @Get(':id')
  @ApiOperation({ summary: '一次导入：状态、进度，以及有问题的行（rows 可选 add、skip、refuse、added、all）' })
  @ApiResponse({ status: 200, standardSchema: ImportWithRows })
  @ApiResponse({ status: 404, standardSchema: Problem })
  find(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Query({ schema: ImportQuery }) query: ImportQuery,
  ): Promise<ImportWithRows> {
    return this.imports.find(principal, id, query);
  }

  @Put(':id/sheet')
  @ApiOperation({
    summary: '改读工作簿的另一个工作表，重新认表头并预览',
    description: '上传时读的是按标签顺序第一个有台账表头的可见工作表；sheets 列出全部工作表，隐藏的也可以选。',
  })
  @ApiResponse({ status: 200, standardSchema: ImportView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  chooseSheet(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: SheetRequest }) { sheet }: SheetRequest,
  ): Promise<ImportView> {
    return this.imports.chooseSheet(principal, id, sheet);
  }

  @Put(':id/mapping')
  @ApiOperation({
    summary: '指定表头行和各列的含义（列号从0开始），重新预览；同样的表头下次自动采用',
    description:
      '没有“类别”或“送审单位”列的台账，用 defaults.category 和 defaults.unit 给全部各行指定一个值；有这一列的，只用于该列为空的行。',
  })
  @ApiResponse({ status: 200, standardSchema: ImportView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  map(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: MappingRequest }) request: MappingRequest,
  ): Promise<ImportView> {
    return this.imports.map(principal, id, request);
  }

  @Post(':id/run')
  @HttpCode(202)
  @ApiOperation({ summary: '开始导入：后台逐行补录为历史案件；再次调用不重复' })
  @ApiResponse({ status: 202, standardSchema: ImportView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  run(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<ImportView> {
    return this.imports.run(principal, id);
  }
}
