namespace SsoOidcGen.Benchmarks.Objects;

/// <summary>Reads and writes objects without keeping them.</summary>
internal interface IObjectClient : IDisposable
{
    string Name { get; }

    /// <summary>Reads an object from start to end.</summary>
    /// <param name="size">In bytes.</param>
    Task GetAsync(long size);

    /// <inheritdoc cref="GetAsync"/>
    /// <summary>Writes an object of zeros.</summary>
    Task PutAsync(long size);
}
