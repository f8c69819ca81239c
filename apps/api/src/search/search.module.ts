import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.ts';
import { SearchHitsRepository } from './search-hits.repository.ts';
import { SearchHousekeeping } from './search-housekeeping.ts';
import { SearchPlanner } from './search-planner.ts';
import { SearchPresenter } from './search-presenter.ts';
import { SearchService } from './search.service.ts';
import { SearchWords } from './search-words.service.ts';
import { SearchWordsRepository } from './search-words.repository.ts';
import { SearchRepository } from './search.repository.ts';

/** Finding CoPs, cases, notes and people by their words. Offers `SearchWords`. */
@Module({
  controllers: [SearchController],
  providers: [
    SearchHitsRepository,
    SearchHousekeeping,
    SearchPlanner,
    SearchPresenter,
    SearchRepository,
    SearchService,
    SearchWords,
    SearchWordsRepository,
  ],
  exports: [SearchWords],
})
export class SearchModule {}
