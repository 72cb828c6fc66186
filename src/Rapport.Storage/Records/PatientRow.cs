using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rapport.Storage.Records;

/// <summary>What must be known of a patient without opening the document.</summary>
internal sealed class PatientRow
{
    public required string Practice { get; set; }

    public required string Id { get; set; }

    /// <summary>A household of one, named after the patient, until it is assigned.</summary>
    public required string Household { get; set; }

    /// <summary>The patient whose chart this one is read as: itself, or where its merges end.</summary>
    public required string Survivor { get; set; }

    /// <summary>The record that took this one's place, as the feed named it.</summary>
    public string? MergedInto { get; set; }

    public bool IsDeceased { get; set; }

    public bool IsActive { get; set; }
}

internal sealed class PatientRowConfiguration : IEntityTypeConfiguration<PatientRow>
{
    public void Configure(EntityTypeBuilder<PatientRow> builder)
    {
        builder.ToTable("patients");
        builder.HasKey(p => new { p.Practice, p.Id });

        // The order in which households are read.
        builder.HasIndex(p => new { p.Practice, p.Household, p.Survivor, p.Id }).IsUnique();

        // Merges are rare, and looked through at every import.
        builder.HasIndex(p => new { p.Practice, p.MergedInto }).HasFilter("merged_into IS NOT NULL");
    }
}
