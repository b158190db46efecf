namespace SsoOidcGen.Runtime;

/// <summary>A message has more bytes than may be held in memory.</summary>
internal sealed class BufferLimitException(int limit)
    : InvalidOperationException(
        $"The message is larger than {limit} bytes, which is as much as may be held in memory."
    );
