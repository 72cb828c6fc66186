using Rapport.Connectors.LanguageModels;
using Rapport.Connectors.Smtp;
using Rapport.Core.Records;
using Rapport.Engine.Composing;

namespace Rapport.Settings;

/// <summary>Everything that can be configured, checked.</summary>
public sealed record RapportSettings
{
    public required Practice Practice { get; init; }

    /// <summary>The SQLite file.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>Where messages go while no mail server is configured.</summary>
    public required string OutboxPath { get; init; }

    /// <summary>Null: nothing leaves this machine.</summary>
    public SmtpOptions? Smtp { get; init; }

    /// <summary>Null: all words come from the pack.</summary>
    public LanguageModelOptions? Model { get; init; }

    /// <summary>What the model may cost; there whenever <see cref="Model"/> is.</summary>
    public ModelAccount? ModelAccount { get; init; }

    public WritingSettings Writing { get; init; } = WritingSettings.Default;

    /// <summary>32 bytes that encrypt message bodies at rest.</summary>
    public required byte[] EncryptionKey { get; init; }

    /// <summary>A schedule of the practice's own instead of the built-in one.</summary>
    public string? SchedulePath { get; init; }

    /// <summary>Further codes for what the schedule speaks of.</summary>
    public string? CodesPath { get; init; }

    public override string ToString() => "settings";
}

/// <summary>Settings that cannot be used, each said in plain words.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
