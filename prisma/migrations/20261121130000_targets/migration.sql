-- What a period was to reach, and the line it was to stay within, are figures of the report like any other.
ALTER TYPE "Measure" ADD VALUE 'target';
ALTER TYPE "Measure" ADD VALUE 'limit';
