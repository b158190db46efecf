using Microsoft.CodeAnalysis;

namespace System;

/// <summary>From one position up to another (<c>1..^1</c>).</summary>
[Embedded]
internal readonly struct Range(Index start, Index end)
{
    public Index Start => start;

    public Index End => end;
}
