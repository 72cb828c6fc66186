namespace Rapport.Engine.Composing.Writing;

/// <summary>One call of a language model, without its text.</summary>
public sealed record ModelCall
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ModelTask Task { get; init; }

    public required string Program { get; init; }

    public required string Model { get; init; }

    /// <summary><c>asked</c> while nothing is known, <c>given</c>, or a <see cref="NoAnswer"/> in kebab case.</summary>
    public string Outcome { get; init; } = "asked";

    public ModelUsage Usage { get; init; }

    /// <summary>In the account's currency.</summary>
    public decimal Cost { get; init; }

    /// <summary>Whether the model read anything: a call that never reached it counts against no budget.</summary>
    public bool ReachedModel => Outcome is "asked" or "given" || Usage.InputTokens > 0;

    public override string ToString() => $"call {Id:N}";
}

/// <summary>What was asked and what came back, word for word.</summary>
public sealed record ModelCallText(string Instructions, string Input, string? Answer)
{
    public override string ToString() => "text of a call";
}

/// <summary>Keeps every request to a language model, encrypted, so that staff can see what left the practice.</summary>
public interface IModelLog
{
    /// <summary>Keeps a request before it is sent; the worst that it may cost counts as spent until it has ended.</summary>
    void Begin(ModelCall call, ModelRequest request);

    /// <summary>Keeps what came of it.</summary>
    /// <param name="answer">Null where none came.</param>
    void End(Guid call, string outcome, ModelUsage usage, decimal cost, string? answer);

    /// <summary>Spent since then, in the account's currency.</summary>
    decimal SpentSince(DateTimeOffset since);

    /// <summary>The calls since then, the latest first.</summary>
    IReadOnlyList<ModelCall> Since(DateTimeOffset since);

    /// <summary>The text of a call; null where there is no such call.</summary>
    ModelCallText? Find(Guid call);
}
