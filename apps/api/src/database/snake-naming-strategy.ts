import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const longestName = 63;

/** Names in snake_case, and constraints that say what they are about instead of a hash. */
export class SnakeNamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, customName ?? propertyName].join('_'));
  }
  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snake(`${relationName}_${referencedColumnName}`);
  }
  override primaryKeyName(table: Table | string): string {
    return this.named('pk', table, []);
  }
  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return this.named('uq', table, columns);
  }
  override relationConstraintName(table: Table | string, columns: string[]): string {
    return this.named('uq', table, columns);
  }
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return this.named('fk', table, columns);
  }
  override indexName(table: Table | string, columns: string[]): string {
    return this.named('ix', table, columns);
  }

  private named(kind: string, table: Table | string, columns: string[]): string {
    const name = [kind, this.getTableName(table), ...columns].join('_');
    if (name.length > longestName) throw new Error(`Give "${name}" a shorter name in its entity`);
    return name;
  }
}

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
