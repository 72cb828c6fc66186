using Rapport.Core.Planning;
using Rapport.Engine.Planning;

namespace Rapport.Engine.Composing;

/// <summary>What composing decided for one group of touches.</summary>
/// <param name="Touches">The touches that leave together.</param>
/// <param name="Status">Approved, Held or Suppressed.</param>
/// <param name="Reason">Why it is held or suppressed; null when approved.</param>
/// <param name="Message">The words, unless suppressed.</param>
public sealed record Composition(IReadOnlyList<Touch> Touches, TouchStatus Status, string? Reason, StoredMessage? Message)
{
    public override string ToString() => $"composition of {Touches.Count} touches";
}

/// <summary>Keeps words.</summary>
public interface IMessageStore
{
    /// <summary>Planned touches without words; one list holds those of one household.</summary>
    IEnumerable<IReadOnlyList<Touch>> ReadPlanned(CancellationToken ct);

    /// <summary>Saves some compositions in one transaction; a touch that is no longer planned is left as it is.</summary>
    void Save(IReadOnlyList<Composition> compositions, DateTimeOffset now);
}
