import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import {
  Answers,
  AnswersNothing,
  CurrentStaff,
  ForStaff,
  RequirePermission,
  Takes,
} from '@reihe/api-platform';
import type { Category, Me, Region } from '@reihe/shared-contracts';
import { SaveCategoryBody, SaveRegionBody } from './taxonomy.bodies';
import { CategoriesService, RegionsService } from './taxonomy.services';

@Controller('categories')
export class CategoriesController {
  constructor(private readonly categories: CategoriesService) {}

  @Get()
  @ForStaff()
  @Answers('Category[]')
  list(): Promise<Category[]> {
    return this.categories.list();
  }

  @Post()
  @RequirePermission('programme.write')
  @Takes('SaveCategory')
  @Answers('Category', 201)
  create(@Body() body: SaveCategoryBody, @CurrentStaff() staff: Me): Promise<Category> {
    return this.categories.create(body, staff);
  }

  @Put(':id')
  @RequirePermission('programme.write')
  @Takes('SaveCategory')
  @Answers('Category')
  save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveCategoryBody,
    @CurrentStaff() staff: Me,
  ): Promise<Category> {
    return this.categories.save(id, body, staff);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('programme.write')
  @AnswersNothing()
  remove(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.categories.remove(id, staff);
  }
}

@Controller('regions')
export class RegionsController {
  constructor(private readonly regions: RegionsService) {}

  @Get()
  @ForStaff()
  @Answers('Region[]')
  list(): Promise<Region[]> {
    return this.regions.list();
  }

  @Post()
  @RequirePermission('programme.write')
  @Takes('SaveRegion')
  @Answers('Region', 201)
  create(@Body() body: SaveRegionBody, @CurrentStaff() staff: Me): Promise<Region> {
    return this.regions.create(body, staff);
  }

  @Put(':id')
  @RequirePermission('programme.write')
  @Takes('SaveRegion')
  @Answers('Region')
  save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveRegionBody,
    @CurrentStaff() staff: Me,
  ): Promise<Region> {
    return this.regions.save(id, body, staff);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('programme.write')
  @AnswersNothing()
  remove(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.regions.remove(id, staff);
  }
}
