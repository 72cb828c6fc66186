using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rapport.Engine.Composing;

namespace Rapport.Storage.Composing;

/// <summary>A call of a language model: counters that anyone may read, and its text under seal.</summary>
internal sealed class ModelCallRow
{
    public required string Practice { get; set; }

    public Guid Id { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }

    public ModelTask Task { get; set; }

    public required string Program { get; set; }

    public required string Model { get; set; }

    public required string Outcome { get; set; }

    public long InputTokens { get; set; }

    public long OutputTokens { get; set; }

    public int Attempts { get; set; }

    /// <summary>Billionths of the account's currency, so that the database can add them up exactly.</summary>
    public long Cost { get; set; }

    /// <summary>Instructions, input and answer under <see cref="Sealer"/>.</summary>
    public required byte[] Sealed { get; set; }
}

internal sealed class ModelCallRowConfiguration : IEntityTypeConfiguration<ModelCallRow>
{
    public void Configure(EntityTypeBuilder<ModelCallRow> builder)
    {
        builder.ToTable("model_calls");
        builder.HasKey(c => new { c.Practice, c.Id });

        // The day's spend is added up before every call.
        builder.HasIndex(c => new { c.Practice, c.At });
    }
}
