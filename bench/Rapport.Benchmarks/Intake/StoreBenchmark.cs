using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Rapport.Core.Intake;
using Rapport.Engine.Records;
using Rapport.Storage.Sqlite;

namespace Rapport.Benchmarks.Intake;

/// <summary>Budget: records are stored at 0.5 times the speed of a bare bulk insert of the same rows, or better.</summary>
/// <remarks>
/// The bare side gets finished rows of every table that the store filled, and puts them with one prepared INSERT each into
/// the same empty tables, with the same settings and as many to a transaction. Runs alternate; medians are compared.
/// </remarks>
internal static class StoreBenchmark
{
    private const int Batch = 10_000;
    private const int Runs = 5;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Tables = ["chart", "patients", "identifiers", "visits"];

    public static int Run(string[] options)
    {
        var count = options is ["--rows", var number] ? int.Parse(number) : 300_000;
        var records = SeededPractice.OfAbout(count);
        var rows = RowsOf(records);
        Console.WriteLine($"{records.Length:N0} records in {rows.Values.Sum(r => r.Count):N0} rows; {Batch:N0} to a transaction; {Runs} runs, alternating");

        var (stored, bare) = (new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            stored.Add(InNewFile(database => Store(database, records)));
            bare.Add(InNewFile((_, path) => Insert(path, rows)));
        }

        var (mine, theirs) = (Median(stored), Median(bare));
        Console.WriteLine($"stored             {records.Length / mine,12:N0} records/s   {mine:N2} s");
        Console.WriteLine($"bare bulk insert   {records.Length / theirs,12:N0} records/s   {theirs:N2} s");
        Console.WriteLine($"ratio              {theirs / mine,12:N2}   (budget 0.5 or more)");
        ImportAgainAndRead(records);
        return theirs / mine >= 0.5 ? 0 : 1;
    }

    private static void ImportAgainAndRead(SourceRecord[] records) => InNewFile(database =>
    {
        Store(database, records);
        var again = Timed(() => Store(database, records));
        Console.WriteLine($"imported again     {records.Length / again,12:N0} records/s");
        for (var run = 0; run < 3; run++)
        {
            var patients = 0L;
            var read = Timed(() => patients = database.Households.Read(new ChartFilter.Everyone(), CancellationToken.None).Sum(h => (long)h.Charts.Count));
            Console.WriteLine($"households read    {patients / read,12:N0} patients/s   {patients:N0} patients");
        }
    });

    private static void Store(SqliteDatabase database, SourceRecord[] records)
    {
        for (var from = 0; from < records.Length; from += Batch)
        {
            database.Records.Write(new ArraySegment<SourceRecord>(records, from, Math.Min(Batch, records.Length - from)), Now);
        }
    }

    private static void Insert(string path, Dictionary<string, List<object[]>> tables)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8192; PRAGMA temp_store = MEMORY");
        foreach (var (table, rows) in tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", rows[0].Select((_, i) => $"@p{i}"))})";
            for (var i = 0; i < rows[0].Length; i++)
            {
                command.Parameters.Add(new SqliteParameter($"@p{i}", null));
            }

            foreach (var batch in rows.Chunk(Batch))
            {
                using var transaction = connection.BeginTransaction();
                command.Transaction = transaction;
                foreach (var row in batch)
                {
                    for (var i = 0; i < row.Length; i++)
                    {
                        command.Parameters[i].Value = row[i];
                    }

                    command.ExecuteNonQuery();
                }

                transaction.Commit();
            }
        }
    }

    private static Dictionary<string, List<object[]>> RowsOf(SourceRecord[] records)
    {
        var tables = new Dictionary<string, List<object[]>>(StringComparer.Ordinal);
        InNewFile((database, path) =>
        {
            Store(database, records);
            using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
            connection.Open();
            foreach (var table in Tables)
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"SELECT * FROM {table} ORDER BY rowid";
                using var reader = command.ExecuteReader();
                tables[table] = [];
                while (reader.Read())
                {
                    var row = new object[reader.FieldCount];
                    reader.GetValues(row);
                    tables[table].Add(row);
                }
            }
        });
        return tables;
    }

    private static double InNewFile(Action<SqliteDatabase> work) => InNewFile((database, _) => work(database));

    private static double InNewFile(Action<SqliteDatabase, string> work)
    {
        var folder = Directory.CreateTempSubdirectory("rapport-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "practice.db");
            using var database = SqliteDatabase.Open(new SqliteOptions(path, "main", new byte[32]));
            GC.Collect();
            return Timed(() => work(database, path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static double Timed(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
