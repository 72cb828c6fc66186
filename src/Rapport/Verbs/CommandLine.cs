using System.CommandLine;
using Rapport.Screen;
using Rapport.Settings;
using Rapport.Storage;

namespace Rapport.Verbs;

/// <summary>The program's verbs. Exit codes: 0 done, 1 something is wrong with the input or the settings, 2 the words of the command are wrong, 130 stopped.</summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int Wrong = 1;
    public const int Stopped = 130;

    public static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("""
            Rapport keeps a healthcare practice close to its patients. It reads the practice's records, works out whom to contact,
            why and how, writes the message, proves it true and allowed at the moment it leaves, and gives a reason for every silence.

            Examples:
              rapport demo                           an invented practice lives a working day; no message leaves this machine
              rapport import exports/2026-11-24      read a FHIR export (folder, NDJSON, bundle; .gz too)
              rapport run                            plan, write and send what is due now
              rapport explain 12345                  why does this patient hear from us, and why not?
              rapport due exports --as-of 2026-11-24 --json
              rapport suggest 12345 --thread thread.jsonl
              rapport judge drafts drafts.jsonl
              rapport compose --forecast             how many model calls the coming month needs, and what they cost
              rapport templates list --status held   words that wait for a person
            """);
        foreach (var option in Common.All)
        {
            root.Options.Add(option);
        }

        root.Subcommands.Add(DemoVerb.Build(terminal));
        root.Subcommands.Add(ImportVerb.Build(terminal));
        root.Subcommands.Add(PlanVerb.Build(terminal));
        root.Subcommands.Add(ComposeVerb.Build(terminal));
        root.Subcommands.Add(RunVerb.Build(terminal));
        root.Subcommands.Add(ExplainVerb.Build(terminal));
        root.Subcommands.Add(OutboxVerb.Build(terminal));
        root.Subcommands.Add(DoctorVerb.Build(terminal));
        root.Subcommands.Add(DueVerb.Build(terminal));
        root.Subcommands.Add(PostersVerb.Build(terminal));
        root.Subcommands.Add(SuggestVerb.Build(terminal));
        root.Subcommands.Add(JudgeVerb.Build(terminal));
        root.Subcommands.Add(TemplatesVerb.Build(terminal));
        root.Subcommands.Add(VoiceVerb.Build(terminal));
        root.Subcommands.Add(ModelVerb.Build(terminal));
        root.Subcommands.Add(EvaluateVerb.Build(terminal));
        return root;
    }

    /// <summary>Runs a verb; what is wrong with input, settings or files is said in plain words, and everything else is a fault that shows itself.</summary>
    public static async Task<int> Guarded(Terminal terminal, Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (SettingsException wrong)
        {
            terminal.Error("The settings cannot be used:");
            foreach (var problem in wrong.Problems)
            {
                terminal.Error($"  - {problem}");
            }

            return Wrong;
        }
        catch (Exception wrong) when (wrong is StorageException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or InvalidDataException)
        {
            terminal.Error(wrong.Message);
            return Wrong;
        }
        catch (OperationCanceledException)
        {
            terminal.Error("Stopped. What was finished is kept; run the same command again to go on.");
            return Stopped;
        }
    }
}

/// <summary>Options that every verb knows.</summary>
internal static class Common
{
    public static Option<string?> Config { get; } = new("--config") { Description = "The settings file (default: rapport.json in this folder)", Recursive = true };

    public static Option<string?> Database { get; } = new("--database") { Description = "The database file (default: rapport.db beside the settings)", Recursive = true };

    public static Option<string?> Outbox { get; } = new("--outbox-folder") { Description = "Where messages go while no mail server is configured (default: outbox beside the settings)", Recursive = true };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON, one object a line", Recursive = true };

    public static IEnumerable<Option> All => [Config, Database, Outbox, Json];

    public static RapportSettings Settings(ParseResult words) => SettingsReader.Read(words.GetValue(Config), new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["database"] = words.GetValue(Database) is { } database ? Path.GetFullPath(database) : null,
        ["outbox"] = words.GetValue(Outbox) is { } outbox ? Path.GetFullPath(outbox) : null,
    });
}
