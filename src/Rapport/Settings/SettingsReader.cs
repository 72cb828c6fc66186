using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Rapport.Connectors.Smtp;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Settings;

/// <summary>Reads settings from <c>rapport.json</c>, environment variables (<c>RAPPORT_smtp__password</c>) and flags, in this order, and checks all of them at once.</summary>
public static class SettingsReader
{
    public static RapportSettings Read(string? file, IReadOnlyDictionary<string, string?> flags)
    {
        var path = file ?? "rapport.json";
        if (file is not null && !File.Exists(file))
        {
            throw new SettingsException([$"There is no settings file at {file}."]);
        }

        IConfigurationRoot configuration;
        try
        {
            configuration = new ConfigurationBuilder()
                .AddJsonFile(Path.GetFullPath(path), optional: true)
                .AddEnvironmentVariables("RAPPORT_")
                .AddInMemoryCollection(flags.Where(f => f.Value is not null))
                .Build();
        }
        catch (InvalidDataException)
        {
            throw new SettingsException([$"{path} is not valid JSON. Check it for a missing comma or bracket."]);
        }

        return Read(configuration, Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static RapportSettings Read(IConfiguration configuration, string folder)
    {
        var problems = new List<string>();
        var practice = PracticeOf(configuration.GetSection("practice"), configuration, problems);
        var database = Path.Combine(folder, configuration["database"] ?? "rapport.db");
        var smtp = SmtpOf(configuration.GetSection("smtp"), problems);
        var model = ModelSettings.OptionsOf(configuration.GetSection("model"), problems);
        var account = ModelSettings.AccountOf(configuration.GetSection("model"), problems);
        var writing = WritingSettings.Of(configuration.GetSection("writing"), problems);
        var key = problems.Count is 0 ? KeyOf(configuration["encryptionKey"], database + ".key", problems) : null;
        return problems.Count is 0
            ? new RapportSettings
            {
                Practice = practice!,
                DatabasePath = database,
                OutboxPath = Path.Combine(folder, configuration["outbox"] ?? "outbox"),
                Smtp = smtp,
                Model = model,
                ModelAccount = account,
                Writing = writing,
                EncryptionKey = key!,
                SchedulePath = configuration["schedule"],
                CodesPath = configuration["codes"],
            }
            : throw new SettingsException(problems);
    }

    private static Practice? PracticeOf(IConfigurationSection section, IConfiguration root, List<string> problems)
    {
        if (!section.Exists())
        {
            problems.Add("The settings have no \"practice\" section. It needs at least name, phone and timeZone; 'rapport demo' writes an example.");
            return null;
        }

        var name = Required(section, "name", problems);
        var phone = Required(section, "phone", problems);
        var zone = Required(section, "timeZone", problems);
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            problems.Add($"practice:timeZone is '{zone}', which is no IANA time zone. An example: America/New_York.");
        }

        var languages = Texts(section, "languages").Select(Language.From).ToList();
        return problems.Count > 0 ? null : new Practice
        {
            Id = section["id"] ?? "main",
            Name = name!,
            ShortName = section["shortName"],
            NeutralName = section["neutralName"],
            Phone = phone!,
            Email = section["email"],
            AddressLines = [.. Texts(section, "addressLines")],
            TimeZone = zone!,
            Country = section["country"] ?? "US",
            State = section["state"]?.ToUpperInvariant(),
            Disclosure = OneOf(section, "aiDisclosure", "always", ["always", "whereRequired"], problems) is "always" ? DisclosurePolicy.Always : DisclosurePolicy.WhereRequired,
            Specialties = [.. Texts(section, "specialties")],
            Languages = languages.Count > 0 ? [.. languages] : [Language.English, Language.Spanish],
            Channels = ChannelsOf(section, problems),
            VisitLabels = [.. section.GetSection("visitLabels").GetChildren().Select(label => LabelOf(label, problems)).OfType<VisitLabel>()],
            AcceptedMeansConfirmed = OneOf(section, "acceptedMeansConfirmed", "false", ["true", "false"], problems) is "true" or "True",
            IsRelationshipConsentAssumed = OneOf(root, "relationshipConsent", "required", ["assumed", "required"], problems) is "assumed",
            HoldoutPercent = Whole(root, "holdoutPercent", 0, 0, 50, problems),
            Limits = LimitsOf(root.GetSection("limits"), problems),
        };
    }

    private static ContactLimits LimitsOf(IConfigurationSection section, List<string> problems)
    {
        var defaults = new ContactLimits();
        return new ContactLimits
        {
            MaxPerDay = Whole(section, "perDay", defaults.MaxPerDay, 0, 3, problems),
            MaxPerWeek = Whole(section, "perWeek", defaults.MaxPerWeek, 0, 7, problems),
            MaxRelationshipPerYear = Whole(section, "relationshipPerYear", defaults.MaxRelationshipPerYear, 0, 24, problems),
            MaxEducationPerYear = Whole(section, "educationPerYear", defaults.MaxEducationPerYear, 0, 12, problems),
            YearsUntilStranger = Whole(section, "yearsUntilStranger", defaults.YearsUntilStranger, 1, 10, problems),
        };
    }

    private static ValueList<Channel> ChannelsOf(IConfigurationSection section, List<string> problems)
    {
        var channels = new List<Channel>();
        foreach (var word in Texts(section, "channels"))
        {
            if (Enum.TryParse<Channel>(word, ignoreCase: true, out var channel) && channel is not Channel.Portal)
            {
                channels.Add(channel);
            }
            else
            {
                problems.Add($"practice:channels has '{word}'. The channels are sms, email and letter.");
            }
        }

        return channels.Count > 0 ? [.. channels] : [Channel.Sms, Channel.Email];
    }

    private static VisitLabel? LabelOf(IConfigurationSection section, List<string> problems)
    {
        if (section["code"] is not { Length: > 0 } code)
        {
            problems.Add($"{section.Path} has no code: the practice's own code for that kind of visit.");
            return null;
        }

        var sensitivity = OneOf(section, "sensitivity", "generic", ["open", "generic", "named", "sensitive"], problems);
        var words = section.GetChildren().Where(c => c.Key.Length is 2 && c.Value is not null).Select(c => new Label(Language.From(c.Key), c.Value!));
        return new VisitLabel(code, [.. words], Enum.Parse<Sensitivity>(sensitivity, ignoreCase: true));
    }

    private static SmtpOptions? SmtpOf(IConfigurationSection section, List<string> problems)
    {
        if (!section.Exists())
        {
            return null;
        }

        var host = Required(section, "host", problems);
        var security = Enum.Parse<SmtpSecurity>(OneOf(section, "security", "startTls", ["none", "startTls", "implicitTls"], problems), ignoreCase: true);
        var options = new SmtpOptions
        {
            Host = host ?? "",
            Port = Whole(section, "port", security is SmtpSecurity.ImplicitTls ? 465 : 587, 1, 65535, problems),
            Security = security,
            User = section["user"],
            Password = section["password"],
            BounceAddress = section["bounceAddress"],
            TrustedCertificate = section["trustedCertificate"],
        };
        problems.AddRange(host is null ? [] : options.Problems());
        return options;
    }

    // Without a key in the settings one is made beside the database, readable by its owner alone.
    private static byte[]? KeyOf(string? configured, string keyFile, List<string> problems)
    {
        if (configured is null && !File.Exists(keyFile))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(keyFile)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(keyFile, options);
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        var key = new byte[32];
        if (!Convert.TryFromBase64String((configured ?? File.ReadAllText(keyFile)).Trim(), key, out var length) || length is not 32)
        {
            problems.Add(configured is null ? $"{keyFile} does not hold a key of 32 bytes in base64." : "encryptionKey must be 32 bytes in base64.");
            return null;
        }

        return key;
    }

    internal static string? Required(IConfigurationSection section, string name, List<string> problems)
    {
        if (section[name] is { Length: > 0 } value)
        {
            return value;
        }

        problems.Add($"{section.Path}:{name} is missing.");
        return null;
    }

    internal static int Whole(IConfiguration section, string name, int otherwise, int least, int most, List<string> problems)
    {
        if (section[name] is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        problems.Add($"{name} is '{text}'; it must be a whole number from {least} to {most}.");
        return otherwise;
    }

    internal static string OneOf(IConfiguration section, string name, string otherwise, string[] words, List<string> problems)
    {
        var word = section[name] ?? otherwise;
        if (!words.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add($"{name} is '{word}'; it must be {string.Join(" or ", words)}.");
            return otherwise;
        }

        return word;
    }

    private static IEnumerable<string> Texts(IConfigurationSection section, string name) => section.GetSection(name).GetChildren().Select(c => c.Value).OfType<string>();
}
