using System.Data.Common;
using System.Text.Json;
using Rapport.Engine.Composing;
using Rapport.Engine.Composing.Writing;

namespace Rapport.Storage.Composing;

/// <summary>Keeps requests to language models: counters in the open, text under seal.</summary>
internal sealed class ModelLog(Database database) : IModelLog
{
    private const decimal UnitsOfCost = 1_000_000_000;

    private const string Add =
        """
        INSERT INTO model_calls (practice, id, at, task, program, model, outcome, input_tokens, output_tokens, attempts, cost, sealed)
        VALUES (@practice, @id, @at, @task, @program, @model, @outcome, @input_tokens, @output_tokens, @attempts, @cost, @sealed)
        """;

    private const string Finish =
        """
        UPDATE model_calls SET outcome = @outcome, input_tokens = @input_tokens, output_tokens = @output_tokens, attempts = @attempts,
            cost = @cost, sealed = @sealed
        WHERE practice = @practice AND id = @id
        """;

    private const string SealedText = "SELECT sealed FROM model_calls WHERE practice = @practice AND id = @id";

    internal const string Spent = "SELECT CAST(COALESCE(SUM(cost), 0) AS BIGINT) FROM model_calls WHERE practice = @practice AND at >= @since";

    private const string Latest =
        """
        SELECT id, at, task, program, model, outcome, input_tokens, output_tokens, attempts, cost FROM model_calls
        WHERE practice = @practice AND at >= @since ORDER BY at DESC, id DESC
        """;

    public void Begin(ModelCall call, ModelRequest request) => database.Write(session => session[Add].Run(
        database.Practice, call.Id, call.At.UtcTicks, (int)call.Task, call.Program, call.Model, call.Outcome,
        call.Usage.InputTokens, call.Usage.OutputTokens, call.Usage.Attempts, UnitsOf(call.Cost),
        Seal(call.Id, new ModelCallText(request.Instructions, request.Input, null))));

    public void End(Guid call, string outcome, ModelUsage usage, decimal cost, string? answer) => database.Write(session =>
    {
        var asked = Find(session, call) ?? throw new InvalidOperationException($"Call {call:N} ended without having begun.");
        return session[Finish].Run(
            outcome, usage.InputTokens, usage.OutputTokens, usage.Attempts, UnitsOf(cost), Seal(call, asked with { Answer = answer }),
            database.Practice, call);
    });

    public decimal SpentSince(DateTimeOffset since)
    {
        using var session = database.OpenSnapshot();
        return (long)session[Spent].One(database.Practice, since.UtcTicks)! / UnitsOfCost;
    }

    public IReadOnlyList<ModelCall> Since(DateTimeOffset since)
    {
        using var session = database.OpenSnapshot();
        using var rows = session[Latest].Read(database.Practice, since.UtcTicks);
        var calls = new List<ModelCall>();
        while (rows.Read())
        {
            calls.Add(CallIn(rows));
        }

        return calls;
    }

    public ModelCallText? Find(Guid call)
    {
        using var session = database.OpenSnapshot();
        return Find(session, call);
    }

    private ModelCallText? Find(Session session, Guid call) =>
        session[SealedText].One(database.Practice, call) is byte[] text ? Open(call, text) : null;

    private byte[] Seal(Guid call, ModelCallText text) => database.Sealer.Seal(
        call, JsonSerializer.SerializeToUtf8Bytes([text.Instructions, text.Input, text.Answer!], StorageJson.Default.StringArray));

    private ModelCallText Open(Guid call, byte[] text) =>
        JsonSerializer.Deserialize(database.Sealer.Open(call, text), StorageJson.Default.StringArray) is [var instructions, var input, var answer]
            ? new ModelCallText(instructions, input, answer)
            : throw new StorageException($"Call {call:N} is not in a form that this version reads.");

    private static ModelCall CallIn(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        At = row.Instant(1),
        Task = (ModelTask)row.GetInt32(2),
        Program = row.GetString(3),
        Model = row.GetString(4),
        Outcome = row.GetString(5),
        Usage = new ModelUsage(row.GetInt64(6), row.GetInt64(7), row.GetInt32(8)),
        Cost = row.GetInt64(9) / UnitsOfCost,
    };

    // A price for a million tokens with up to three decimals comes out even; a finer one is rounded up, never in our favour.
    private static long UnitsOf(decimal cost) => (long)decimal.Ceiling(cost * UnitsOfCost);
}
