using Rapport.Core.Composing;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Composing.Replies;
using Rapport.Core.Primitives;

namespace Rapport.Engine.Composing.Replies;

/// <summary>Words that a staff member may take for an answer. Nothing sends them: they are read, changed, and sent by a person or by nobody.</summary>
public sealed record ReplySuggestion
{
    public required string Words { get; init; }

    /// <summary>A language model wrote the words; false for the fixed ones.</summary>
    public required bool IsFromModel { get; init; }

    /// <summary>What stands over the words.</summary>
    public required string Notice { get; init; }

    /// <summary>Each sentence with the facts that it rests on.</summary>
    public required ValueList<Sentence> Sentences { get; init; }

    /// <summary>Why a model's answers were not taken; empty where they were, or none was asked.</summary>
    public required ValueList<Violation> Findings { get; init; }

    /// <summary>Why these words, for staff; it may quote the patient.</summary>
    public required string Why { get; init; }

    public required ReplyConcern Concern { get; init; }

    /// <summary>Somebody must be called now.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>What staff should do before anything else; null where there is no hurry.</summary>
    public string? ForStaff { get; init; }

    /// <summary>Model and prompt; null for fixed words.</summary>
    public string? Writer { get; init; }

    public override string ToString() => $"suggestion ({Concern})";
}
