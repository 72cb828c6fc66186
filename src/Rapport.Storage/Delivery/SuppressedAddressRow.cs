using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rapport.Storage.Delivery;

/// <summary>An address that must not be used, whoever shares it.</summary>
internal sealed class SuppressedAddressRow
{
    public required string Practice { get; set; }

    public required string Address { get; set; }

    public required string Reason { get; set; }

    /// <summary>UTC ticks.</summary>
    public long SuppressedAt { get; set; }
}

internal sealed class SuppressedAddressRowConfiguration : IEntityTypeConfiguration<SuppressedAddressRow>
{
    public void Configure(EntityTypeBuilder<SuppressedAddressRow> builder)
    {
        builder.ToTable("suppressed_addresses");
        builder.HasKey(s => new { s.Practice, s.Address });
    }
}
